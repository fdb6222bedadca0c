// What network.js takes of the library; its own types come in a package of their own.
declare const cytoscape: (options: object) => { on(event: string, selector: string, run: (event: any) => void): void };
export default cytoscape;
