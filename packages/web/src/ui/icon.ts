/** The mark: a seedling on the brand colour. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b3d91"/><path d="M16 26V15M16 15c0-5-3-7-8-7 0 5 3 7 8 7zM16 18c0-4 3-6 8-6 0 4-3 6-8 6z" fill="none" stroke="#fff" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round"/></svg>';
