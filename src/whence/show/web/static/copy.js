// A button beside each citation that copies it. Without it a citation is a line to select.

for (const citation of document.querySelectorAll(".citation")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "screen";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(citation.textContent ?? "");
      button.textContent = "Copied";
    } catch {
      getSelection()?.selectAllChildren(citation); // not allowed here: what is selected can be copied by keys
    }
  });
  citation.after(button);
}
