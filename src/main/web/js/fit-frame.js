// Makes a frame as high as its document, now and after each change of its width, so that all of it is visible.
export default function fitFrame(frame) {
  function fit() {
    const root = frame.contentDocument?.documentElement;
    if (!root) return;
    // The document is never lower than its frame, so the frame is low while it is measured.
    frame.style.height = '0';
    frame.style.height = `${root.scrollHeight + frame.offsetHeight - frame.clientHeight}px`;
  }

  let width;
  frame.addEventListener('load', fit);
  new ResizeObserver(() => {
    if (frame.clientWidth !== width) fit();
    width = frame.clientWidth;
  }).observe(frame);
}
