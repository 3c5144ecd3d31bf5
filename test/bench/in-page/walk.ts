/** The lower bound: reads each character of each text node outside script and style once. */
export function bareWalk(root: Node): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentNode;
    if (parent && (parent.nodeName === 'SCRIPT' || parent.nodeName === 'STYLE')) continue;
    const text = node.nodeValue ?? '';
    for (let k = 0; k < text.length; k++) sum = (sum + text.charCodeAt(k)) | 0;
  }
  return sum;
}
