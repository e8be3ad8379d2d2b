// @ts-check
/** Stands for a module that the program never uses. */
export default {};
