type Closer = () => Promise<unknown>;

/** What `open` gives, with a `close` that ends all parts it named, the latest first; where opening fails that has happened. */
export async function closing<Parts extends object>(
  open: (onClose: (closer: Closer) => void) => Promise<Parts>,
): Promise<Parts & { readonly close: () => Promise<void> }> {
  const closers: Closer[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await open((closer) => closers.push(closer))), close };
  } catch (error) {
    await close();
    throw error;
  }
}
