/** Posts what it is told to where it is told, and answers with the server's answer. */
addEventListener("message", async ({ data: { url, body } }) => {
  const response = await fetch(url, { method: "POST", body });
  postMessage(await response.text());
});
