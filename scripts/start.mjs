// Owns `npm start [-- FILE.xlsx]`: builds what is missing, serves the workbench on this machine only, opens a browser.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join, normalize, resolve } from 'node:path';

const FIRST_PORT = 3100;
const PORTS = 50;
const DIST = resolve('dist');
const DEFAULT_WORKBOOK = 'examples/linzi-filled.xlsx';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

const workbook = resolve(process.argv[2] ?? DEFAULT_WORKBOOK);
if (!existsSync(workbook)) {
  console.error(`${process.argv[2]}：找不到这个文件，请检查路径。 / no such file; check the path.`);
  process.exit(2);
}

if (!existsSync(join(DIST, 'workbench.html')) || !existsSync(join(DIST, 'pane.html'))) {
  console.log('正在构建（首次约两分钟）… / building, about two minutes the first time …');
  const build = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (build.status !== 0) process.exit(2);
}

async function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  if (path === '/workbook') {
    const headers = {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(basename(workbook)),
    };
    response.writeHead(200, headers).end(await readFile(workbook));
    return;
  }
  const file = join(DIST, normalize(path === '/' ? '/workbench.html' : path));
  if (!file.startsWith(DIST) || !existsSync(file) || extname(file) === '') {
    response.writeHead(404).end();
    return;
  }
  response
    .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    .end(await readFile(file));
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => response.writeHead(500).end(String(error.message)));
});

/** A port in use picks the next one. */
function listen(port) {
  server.once('error', (error) => {
    if (error.code !== 'EADDRINUSE' || port >= FIRST_PORT + PORTS) throw error;
    listen(port + 1);
  });
  server.listen(port, '127.0.0.1');
}

server.once('listening', () => {
  server.removeAllListeners('error');
  const address = `http://localhost:${server.address().port}/`;
  console.log(`达标工作台：${address}　（${basename(workbook)}；按 Ctrl-C 停止 / Ctrl-C stops）`);
  openBrowser(address);
});

/** Only where there is a screen and a person at it. */
function openBrowser(address) {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen || !process.stdout.isTTY) return;
  const [command, ...words] =
    process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : process.platform === 'darwin' ? ['open'] : ['xdg-open'];
  spawn(command, [...words, address], { stdio: 'ignore', detached: true })
    .on('error', () => console.log('请在浏览器中打开上面的地址。 / open the address above in a browser.'))
    .unref();
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}

listen(FIRST_PORT);
