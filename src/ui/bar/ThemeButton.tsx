import { type ReactNode, useState } from "react";

const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

const GLYPHS: Readonly<Record<Theme, string>> = { system: "◐", light: "☀", dark: "☾" };

/** Goes round: as the system has it, light, dark. public/boot.js applies the choice before the first paint. */
export function ThemeButton(): ReactNode {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] as Theme;
  return (
    <button
      type="button"
      suppressHydrationWarning
      aria-label={`Theme: ${theme}. Change to ${next}.`}
      title={`Theme: ${theme}`}
      onClick={() => {
        apply(next);
        setTheme(next);
      }}
    >
      <span aria-hidden="true" suppressHydrationWarning>
        {GLYPHS[theme]}
      </span>
    </button>
  );
}

function storedTheme(): Theme {
  if (typeof document === "undefined") return "system";
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function apply(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}
