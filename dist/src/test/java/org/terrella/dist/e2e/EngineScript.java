package org.terrella.dist.e2e;

/** Scripts that start the engine on a blank page, without the application. */
final class EngineScript {
  private static final String REQUEST =
      """
        const waiting = new Map();
        let last = 0;
        worker.onmessage = ({ data }) => {
          if (data.kind === 'progress') return;
          if (data.kind === 'fatal') return waiting.forEach(({ reject }) => reject(new Error(data.header)));
          const { resolve, reject } = waiting.get(data.id);
          waiting.delete(data.id);
          if (data.kind === 'error') reject(new Error(data.header));
          else resolve(data);
        };
        window.request = (kind, header, attachment) =>
          new Promise((resolve, reject) => {
            waiting.set(++last, { resolve, reject });
            worker.postMessage({ id: last, kind, header: JSON.stringify(header), buffers: [], attachment });
          });
      }""";

  /** Takes the role; {@code request(kind, header, attachment)} answers each request once. */
  static final String OPEN =
      """
      (role) => {
        const worker = new Worker(fileOf('engine.js'), { type: 'module', name: role });
      """
          + REQUEST;

  /** The same for the owner of tables, on a machine that seems to have so many cores. */
  static final String OPEN_WITH_CORES =
      """
      async (count) => {
        const code = `import "data:text/javascript,Object.defineProperty(self.navigator,'hardwareConcurrency',{get:()=>${count}})";`
          + `import "${fileOf('engine.js')}";`;
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type: 'module', name: 'owner' });
      """
          + REQUEST;

  private EngineScript() {}
}
