import { z } from 'zod'

// Otherwise zod tries to compile its checks, which the page's content policy refuses and reports.
z.config({ jitless: true })
