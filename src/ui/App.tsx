export function App() {
  return <h1>Handshake 101</h1>;
}
