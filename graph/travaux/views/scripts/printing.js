// What is printed tells where it stands: the address is read when it is printed, as a file changes it while one reads.
export function startPrinting() {
  const place = document.getElementById("own-address");
  addEventListener("beforeprint", () => {
    place.textContent = decoded(location.href);
  });
}

function decoded(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
