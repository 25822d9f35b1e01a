// A field for a picture: checks the chosen file before it is sent, and shows it.
// Values: data-most-bytes, data-most-pixels, data-too-large, data-no-picture, data-too-many-pixels (texts), data-label
import { showError } from './field-errors.js';

const SIDE = 96;

export default function pictureField(input) {
  const preview = document.createElement('canvas');
  preview.className = 'picture-preview';
  preview.width = preview.height = SIDE;
  preview.hidden = true;
  preview.setAttribute('role', 'img');
  preview.setAttribute('aria-label', input.dataset.label);
  input.after(preview);

  input.addEventListener('change', async () => {
    const [file] = input.files;
    preview.hidden = true;
    showError(input, '');
    if (!file) return;
    const error = await check(file);
    if (input.files[0] !== file) return; // Another one was chosen since.
    if (!error) return;
    showError(input, error);
    input.value = ''; // A picture that will be refused need not travel.
  });

  /** Shows `file` if it can be read. Returns what is wrong with it, or null. */
  async function check(file) {
    const { mostBytes, mostPixels, tooLarge, noPicture, tooManyPixels } = input.dataset;
    if (file.size > Number(mostBytes)) return tooLarge;
    let picture;
    try {
      picture = await createImageBitmap(file);
    } catch {
      return noPicture;
    }
    const { width, height } = picture;
    const side = Math.min(width, height);
    if (width * height > Number(mostPixels)) return tooManyPixels;
    const pen = preview.getContext('2d');
    pen.clearRect(0, 0, SIDE, SIDE);
    pen.drawImage(picture, (width - side) / 2, (height - side) / 2, side, side, 0, 0, SIDE, SIDE);
    picture.close();
    preview.hidden = false;
    return null;
  }
}
