// Runs before the first paint, so that nothing flashes: an external file, because the policy of the
// page allows no inline script, and not a module, because a module would run after the parsing.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is forbidden here: the system's theme it is.
  }
  // The prerendered example is not what a link asked for; the style sheet hides it until that is drawn.
  if (location.hash !== "") root.dataset.linked = "";
})();
