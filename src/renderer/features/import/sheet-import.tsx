export function SheetImport() {
  return null;
}
