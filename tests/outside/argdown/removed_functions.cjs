// Argdown 1.7.5 calls functions of Node that Node 23 has removed.
const util = require("node:util");
util.isFunction ??= (value) => typeof value === "function";
util.isArray ??= Array.isArray;
util.isString ??= (value) => typeof value === "string";
util.isObject ??= (value) => value !== null && typeof value === "object";
