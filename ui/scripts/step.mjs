// One step of the Maven build: `node scripts/step.mjs install|build|test`.
// A step whose inputs have not changed since it last succeeded is skipped, so that a second build is quick.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const sources = ['package-lock.json', 'vite.config.ts', 'tsconfig.json', 'index.html', 'public', 'src', 'scripts']

const steps = {
  install: {
    inputs: ['package.json', 'package-lock.json'],
    stamp: 'node_modules/.meguri-installed',
    result: 'node_modules',
    command: ['ci', '--no-audit', '--no-fund', '--ignore-scripts'],
  },
  build: { inputs: sources, stamp: 'target/ui-built', result: 'target/classes/static/index.html', command: ['run', 'build'] },
  test: { inputs: sources, stamp: 'target/ui-tested', result: 'node_modules', command: ['test'] },
}

const step = steps[process.argv[2]]
if (!step) throw new Error(`unknown step ${process.argv[2]}`)

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Meguri's UI needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

const fingerprint = hash(step.inputs)
const stamp = join(root, step.stamp)
if (existsSync(join(root, step.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
  console.log(`ui ${process.argv[2]}: unchanged`)
  process.exit(0)
}
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const done = spawnSync(npm, step.command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
if (done.status !== 0) process.exit(done.status ?? 1)
mkdirSync(dirname(stamp), { recursive: true })
writeFileSync(stamp, fingerprint)

function hash(inputs) {
  const sum = createHash('sha256')
  for (const input of inputs) add(sum, join(root, input), input)
  return sum.digest('hex')
}

function add(sum, path, name) {
  if (!existsSync(path)) return
  let children
  try {
    children = readdirSync(path).sort()
  } catch {
    sum.update(name).update('\0').update(readFileSync(path)).update('\0')
    return
  }
  for (const child of children) add(sum, join(path, child), `${name}/${child}`)
}
