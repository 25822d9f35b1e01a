package askme.picture;

/**
 * A kind of texts that name pictures. The package of the text provides a bean of this type, and calls {@link PictureUses} in each
 * transaction that writes such a text.
 *
 * @param kind its name in the table {@code picture_use}
 * @param texts selects the texts with the id {@code :id}, one or several
 */
public record TextWithPictures(String kind, String texts) {}
