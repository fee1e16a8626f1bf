/** The first words of a start line; a slash may be escaped, as PHP's JSON does. */
export const START =
  /(?:GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|PATCH) |HTTP\\?\/\d|http\/\d\.\d (?=\d{3}\b)/g;
