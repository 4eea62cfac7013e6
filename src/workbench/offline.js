// Owns the page when its server is gone: keeps the product's own files and answers with them when nothing else does.
// Must never keep a workbook. The build writes FILES and VERSION above these lines.
const CACHE = `dabiao-${self.VERSION}`;

async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll(self.FILES);
  await self.skipWaiting();
}

async function takeOver() {
  const old = (await caches.keys()).filter((name) => name.startsWith('dabiao-') && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The server first: a new version must never wait for an old one to be forgotten. */
async function answer(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(self.location.origin)) event.respondWith(answer(event.request));
});
