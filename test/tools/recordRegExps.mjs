// Loaded before a program: keeps each regular expression that the program puts together from strings.
const made = [];
globalThis.recordedRegExps = made;
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, args, newTarget) {
    const pattern = Reflect.construct(target, args, newTarget);
    made.push(pattern);
    return pattern;
  },
});
