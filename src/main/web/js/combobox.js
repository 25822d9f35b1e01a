// An editable combobox with a list of suggestions (ARIA Authoring Practices, "combobox with list autocomplete"). The
// focus stays in the input; aria-activedescendant names the option that the keyboard has selected.

const PAUSE_AFTER_TYPING_MS = 250;

/**
 * Turns `input` into a combobox.
 *
 * @param find (signal) returns the items for the current input, or a promise of them
 * @param option (item, li) fills the list item
 * @param choose (item) called when an item is chosen
 * @param label the name of the list for screen readers
 * @param opened (items) called with each new list, even an empty one
 * @param inText whether `input` is a text area, whose keys keep their meaning while there is no list
 * @return { close } closes the list
 */
export function combobox(input, { find, option, choose, label, opened, inText = false }) {
  const list = listAfter(input, label);
  let items = [];
  let active = -1;
  let timer;
  let running;

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE_AFTER_TYPING_MS);
  });
  // The script may arrive after the first key.
  if (!inText && document.activeElement === input && input.value !== input.defaultValue)
    timer = setTimeout(refresh, PAUSE_AFTER_TYPING_MS);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (pressed(event.key)) event.preventDefault();
  });
  // Keeps the focus in the input.
  list.addEventListener('pointerdown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const index = [...list.children].indexOf(event.target.closest('[role="option"]'));
    if (index >= 0) take(index);
  });

  async function refresh() {
    running?.abort();
    const mine = (running = new AbortController());
    try {
      const found = await find(mine.signal);
      if (mine !== running || document.activeElement !== input) return;
      open(found);
      opened?.(found);
    } catch {
      // The field also works without suggestions.
    }
  }

  function open(found) {
    items = found;
    list.replaceChildren(
      ...items.map((item, index) => {
        const li = document.createElement('li');
        li.id = `${list.id}-${index}`;
        li.setAttribute('role', 'option');
        option(item, li);
        return li;
      }),
    );
    list.hidden = items.length === 0;
    endAtRow(list);
    input.setAttribute('aria-expanded', !list.hidden);
    move(inText && items.length > 0 ? 0 : -1);
  }

  function close() {
    clearTimeout(timer);
    running?.abort();
    running = undefined;
    open([]);
  }

  /** Returns true if the list has handled the key. */
  function pressed(key) {
    if (list.hidden) return !inText && key === 'ArrowDown' && (refresh(), true);
    if (inText && (key === 'Home' || key === 'End')) return false;
    if (key === 'ArrowDown') step(1);
    else if (key === 'ArrowUp') step(-1);
    else if (key === 'Home') move(0);
    else if (key === 'End') move(items.length - 1);
    else if (key === 'Escape') close();
    else if (active >= 0 && (key === 'Enter' || key === 'Tab')) take(active);
    else return false;
    return true;
  }

  /** Goes round the options; in an input, also past the text that was typed. */
  function step(by) {
    const typed = inText ? 0 : 1;
    const stops = items.length + typed;
    move(((active + typed + by + stops) % stops) - typed);
  }

  function move(to) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = to;
    const option = list.children[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function take(index) {
    const item = items[index];
    close();
    choose(item);
  }

  return { close };
}

/** Limits the height of a list that scrolls, so that it does not cut a row. The last row may be sticky. */
function endAtRow(list) {
  list.style.maxHeight = '';
  if (list.scrollHeight <= list.clientHeight) return;
  const last = list.lastElementChild;
  const sticky = getComputedStyle(last).position === 'sticky';
  const foot = sticky ? last.offsetHeight : 0;
  const ends = [...list.children]
    .filter(row => !sticky || row !== last)
    .map(row => row.offsetTop + row.offsetHeight + foot)
    .filter(end => end <= list.clientHeight);
  if (ends.length > 0) list.style.maxHeight = `${Math.max(...ends) + 2 * list.clientTop}px`;
}

function listAfter(input, label) {
  const box = document.createElement('div');
  box.className = 'combo';
  const focused = document.activeElement === input;
  input.replaceWith(box);
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `${input.id}-suggestions`;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  box.append(input, list);
  if (focused) input.focus();
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  return list;
}
