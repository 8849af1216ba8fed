// The parts of the spreadsheet library that are used. The build puts them into a file of their own,
// so that a run which reads no spreadsheet does not pay for them.
export { parseCsv } from "hucre/csv";
export { readXlsx } from "hucre/xlsx";
