/** What is held after a full collection: heap and the array buffers beside it, in bytes. */
export const bytesHeld = (): number => {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error('Run with --expose-gc');
  for (let times = 0; times < 4; times += 1) gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
