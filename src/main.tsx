import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import "./ui/styles/tokens.css";
import "./ui/styles/base.css";
import "./ui/styles/layout.css";
import "./ui/styles/request.css";
import "./ui/styles/bytes.css";
import "./ui/styles/steps.css";
import "./ui/styles/reference.css";
import "./ui/styles/answer.css";
import "./ui/styles/guid.css";
import "./ui/styles/servers.css";
import "./ui/styles/pages.css";
import "./ui/styles/no-script.css";
import "./ui/styles/forced-colors.css";
import "./ui/styles/print.css";
import { App } from "./ui/App.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

const app = (
  <StrictMode>
    <App />
  </StrictMode>
);
// The built page comes with the app already drawn; the development server's is empty.
if (root.hasChildNodes()) hydrateRoot(root, app);
else createRoot(root).render(app);

// What is needed later is fetched now (src/site/parts.ts); the development server has no such list.
const parts = document.getElementById("parts");
if (parts instanceof HTMLTemplateElement) document.head.append(parts.content);
