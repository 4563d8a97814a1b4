/**
 * Draws the two icons of the Teams app: a loop that comes round to where it began, with
 * somebody's words inside it. `node scripts/draw-icons.ts` writes them into appPackage/.
 *
 * Shapes are distances on a square from -1 to 1, negative inside, so that one drawing serves both
 * sizes. Each pixel is the mean of 4 × 4 points in it, which makes the edges smooth.
 */
import { writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'

type Colour = readonly [red: number, green: number, blue: number]
type Point = readonly [x: number, y: number]
/** How far a point is from the edge of a shape; negative inside. */
type Shape = (x: number, y: number) => number
interface Layer {
  shape: Shape
  colour: Colour
}

const SAMPLES = 4
const INDIGO: Colour = [59, 58, 158]
const TEAL: Colour = [94, 226, 205]
const WHITE: Colour = [255, 255, 255]

const radians = (degrees: number) => (degrees * Math.PI) / 180
/** A point on a circle; degrees run clockwise from the top. */
const onCircle = (radius: number, degrees: number): Point => [
  radius * Math.sin(radians(degrees)),
  -radius * Math.cos(radians(degrees)),
]

const union =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)))

const without =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), -hole(x, y))

const grown =
  (shape: Shape, by: number): Shape =>
  (x, y) =>
    shape(x, y) - by

const disc =
  ([cx, cy]: Point, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius

const roundedBox =
  ([cx, cy]: Point, halfWidth: number, halfHeight: number, corner: number): Shape =>
  (x, y) => {
    const dx = Math.abs(x - cx) - halfWidth + corner
    const dy = Math.abs(y - cy) - halfHeight + corner
    const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0))
    return outside + Math.min(Math.max(dx, dy), 0) - corner
  }

/** A triangle whose corners run clockwise on the screen. */
const triangle = (a: Point, b: Point, c: Point): Shape => {
  const sides: readonly (readonly [Point, Point])[] = [
    [a, b],
    [b, c],
    [c, a],
  ]
  return (x, y) => {
    let nearest = Number.POSITIVE_INFINITY
    let inside = true
    for (const [[px, py], [qx, qy]] of sides) {
      const [sx, sy, tx, ty] = [qx - px, qy - py, x - px, y - py]
      const along = Math.min(Math.max((sx * tx + sy * ty) / (sx * sx + sy * sy), 0), 1)
      nearest = Math.min(nearest, Math.hypot(tx - along * sx, ty - along * sy))
      inside &&= sx * ty - sy * tx >= 0
    }
    return inside ? -nearest : nearest
  }
}

/** Part of a ring, clockwise from one angle to the other, with a round start. */
const arc =
  (radius: number, thickness: number, from: number, to: number): Shape =>
  (x, y) => {
    const angle = (Math.atan2(x, -y) * 180) / Math.PI
    const turned = (((angle - from) % 360) + 360) % 360
    if (turned <= to - from) return Math.abs(Math.hypot(x, y) - radius) - thickness / 2
    return disc(onCircle(radius, from), thickness / 2)(x, y)
  }

interface Loop {
  radius: number
  thickness: number
  /** Where the line starts, where it meets its arrow head, and where the head ends, in degrees. */
  start: number
  neck: number
  tip: number
  headWidth: number
  headCorner: number
}

const loop = ({ radius, thickness, start, neck, tip, headWidth, headCorner }: Loop): Shape => {
  const [bx, by] = onCircle(radius, neck)
  const [tx, ty] = onCircle(radius, tip)
  const length = Math.hypot(tx - bx, ty - by)
  const [ux, uy] = [(tx - bx) / length, (ty - by) / length]
  const half = headWidth / 2
  const head = triangle(
    [bx + uy * half, by - ux * half],
    [tx, ty],
    [bx - uy * half, by + ux * half],
  )
  return union(arc(radius, thickness, start, neck), grown(head, headCorner))
}

interface Bubble {
  centre: Point
  halfWidth: number
  halfHeight: number
  corner: number
  tail: readonly [Point, Point, Point]
  dot: number
  gap: number
}

const bubble = ({ centre, halfWidth, halfHeight, corner, tail }: Bubble): Shape =>
  union(roundedBox(centre, halfWidth, halfHeight, corner), grown(triangle(...tail), 0.02))

const dots = ({ centre: [x, y], dot, gap }: Bubble): Shape =>
  union(disc([x - gap, y], dot), disc([x, y], dot), disc([x + gap, y], dot))

const draw = (size: number, layers: readonly Layer[], background?: Colour): PNG => {
  const png = new PNG({ width: size, height: size })
  const at = (pixel: number, sample: number) => ((pixel + (sample + 0.5) / SAMPLES) / size) * 2 - 1
  for (let py = 0; py < size; py++) {
    for (let px = 0; px < size; px++) {
      const sum = [0, 0, 0]
      let covered = 0
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const [x, y] = [at(px, s % SAMPLES), at(py, Math.floor(s / SAMPLES))]
        const colour = layers.findLast(({ shape }) => shape(x, y) <= 0)?.colour ?? background
        if (!colour) continue
        covered++
        colour.forEach((channel, i) => {
          sum[i] = (sum[i] ?? 0) + channel
        })
      }
      if (covered === 0) continue
      const pixel = [
        ...sum.map((channel) => Math.round(channel / covered)),
        Math.round((covered / (SAMPLES * SAMPLES)) * 255),
      ]
      png.data.set(pixel, (py * size + px) * 4)
    }
  }
  return png
}

/** Teams rounds the corners of the tile itself, and wants its background in one colour. */
export const colourIcon = (): PNG => {
  const words: Bubble = {
    centre: [0, -0.025],
    halfWidth: 0.3,
    halfHeight: 0.21,
    corner: 0.13,
    tail: [
      [-0.16, 0.1],
      [0.06, 0.1],
      [-0.16, 0.31],
    ],
    dot: 0.045,
    gap: 0.145,
  }
  const round = loop({
    radius: 0.555,
    thickness: 0.125,
    start: 92,
    neck: 390,
    tip: 420,
    headWidth: 0.24,
    headCorner: 0.045,
  })
  return draw(
    192,
    [
      { shape: round, colour: TEAL },
      { shape: bubble(words), colour: WHITE },
      { shape: dots(words), colour: INDIGO },
    ],
    INDIGO,
  )
}

/** The same picture in white alone, larger in its frame and without detail that 32 pixels lose. */
export const outlineIcon = (): PNG => {
  // Edges and dots lie on whole pixels, a sixteenth each: between them they would blur.
  const words: Bubble = {
    centre: [0, -0.0625],
    halfWidth: 0.4375,
    halfHeight: 0.3125,
    corner: 0.16,
    tail: [
      [-0.23, 0.18],
      [0.06, 0.18],
      [-0.23, 0.45],
    ],
    dot: 0.075,
    gap: 0.25,
  }
  const round = loop({
    radius: 0.79,
    thickness: 0.15,
    start: 88,
    neck: 392,
    tip: 420,
    headWidth: 0.32,
    headCorner: 0.03,
  })
  return draw(32, [{ shape: union(round, without(bubble(words), dots(words))), colour: WHITE }])
}

if (import.meta.main) {
  const write = (name: string, png: PNG) => {
    const path = new URL(`../appPackage/${name}`, import.meta.url)
    writeFileSync(path, PNG.sync.write(png))
    console.log(`Drew appPackage/${name}, ${png.width} × ${png.height}`)
  }
  write('color.png', colourIcon())
  write('outline.png', outlineIcon())
}
