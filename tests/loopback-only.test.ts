import { expect, test } from 'vitest'

test('no test reaches beyond this machine', async () => {
  // An address set aside for documentation: nobody is there.
  await expect(fetch('http://192.0.2.1/')).rejects.toMatchObject({
    cause: { message: expect.stringContaining('beyond loopback') },
  })
})
