/** The version in package.json, put in by the build. */
declare const CONCORD_VERSION: string;
