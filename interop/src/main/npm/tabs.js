// Messages between the tabs that have the same map open.
const FORMAT = 1;

export function openChannel(path, heard) {
  // A page in a frame without an origin of its own has no channel, and no other tabs.
  if (typeof BroadcastChannel !== 'function') return { send() {}, close() {} };
  const channel = new BroadcastChannel(`terrella:${path}`);
  channel.onmessage = ({ data }) => {
    if (!Number.isInteger(data?.format)) return;
    const newer = data.format > FORMAT;
    if (newer || (typeof data.kind === 'string' && data.bytes instanceof Uint8Array)) heard(newer ? '' : data.kind, newer ? null : data.bytes, newer);
  };
  return {
    send: (kind, bytes) => channel.postMessage({ format: FORMAT, kind, bytes }),
    close: () => channel.close(),
  };
}
