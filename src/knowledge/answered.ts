/** An empty list says as little as no field: pages print «non documentato» for both. */
export const isAnswered = <T>(value: T): value is NonNullable<T> =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
