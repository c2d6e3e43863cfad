// Starts `minicourse lsp` and lets VS Code speak with it. All that it knows of courses, the server knows.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** @type {LanguageClient | undefined} */
let client;

/** What the server is asked about: the texts of courses, and nothing else. */
const documents = [
  { scheme: "file", language: "markdown", pattern: "**/content/**/*.md" },
  { scheme: "file", pattern: "**/content/{course,glossary}.yml" },
  { scheme: "file", pattern: "**/content/references.bib" },
];

/** Starts the server with the command of the settings; says what to do where there is none. */
async function start() {
  const settings = vscode.workspace.getConfiguration("minicourse");
  const [command, ...rest] = settings.get("command", ["minicourse"]);
  const args = [...rest, "lsp", ...(settings.get("drafts", false) ? ["--drafts"] : [])];
  client = new LanguageClient("minicourse", "minicourse", { command, args }, { documentSelector: documents });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const open = "Open the settings";
    const message =
      `minicourse could not be started as \`${[command, ...args].join(" ")}\`. ` +
      'Install it with `pip install "minicourse[lsp]"`, and say in the settings where it is.';
    if ((await vscode.window.showErrorMessage(message, open)) === open) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "minicourse.command");
    }
  }
}

/** Ends the server, if it runs. */
async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

/** Ends it and starts it again. */
async function restart() {
  await stop();
  await start();
}

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("minicourse.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) =>
      event.affectsConfiguration("minicourse") ? restart() : undefined,
    ),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
