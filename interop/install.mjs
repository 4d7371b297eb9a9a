// Installs the npm packages of package-lock.json, unless they are there already.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const lock = fs.readFileSync('package-lock.json', 'utf8');
const marker = 'node_modules/.installed-lock';
if (!fs.existsSync(marker) || fs.readFileSync(marker, 'utf8') !== lock) {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
  fs.writeFileSync(marker, lock);
}
