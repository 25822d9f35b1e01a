// On a narrow screen the search box is hidden. The link that stands for it shows the box; without scripts it opens the page of results.
export default function searchOpen(link) {
  const header = link.closest('.site-header');
  const field = header.querySelector('.search-box input');
  link.addEventListener('click', event => {
    event.preventDefault();
    header.classList.add('searching');
    field.focus();
  });
  field.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !header.classList.contains('searching')) return;
    header.classList.remove('searching');
    link.focus();
  });
}
