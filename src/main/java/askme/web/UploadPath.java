package askme.web;

/**
 * The path of a form that may bring a file. A package with such a form provides a bean of this type. All other forms are
 * limited to the size of text.
 */
public record UploadPath(String path) {}
