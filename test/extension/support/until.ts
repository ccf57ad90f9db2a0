/** How long something may take that VS Code does by itself, such as telling of a changed file. */
const patience = 15_000;

/**
 * Waits until a check holds: it is repeated until it neither throws nor rejects.
 *
 * @returns what the check returned
 * @throws what the check threw last, when it has not held for {@link patience}
 */
export async function until<T>(check: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
