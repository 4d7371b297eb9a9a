// A page on disk may not load modules: another one beside this, which needs none, takes its place.
if (location.protocol === 'file:') location.replace(`file.html${location.search}${location.hash}`);
