/** Leaves this page for another address. An object, so that tests can look where it leads. */
export const leaving = {
  to(address: string): void {
    window.location.assign(address)
  },
}
