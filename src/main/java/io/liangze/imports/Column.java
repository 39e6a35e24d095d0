package io.liangze.imports;

/**
 * A column that an importer knows.
 *
 * @param header   as it stands in the first row of the file: 名称
 * @param required a file without it is refused; whether a row may leave it empty, the importer says
 * @param rule     key of the words that say what may stand there, for the template
 * @param example  a value that would be taken, for the template
 */
public record Column(String header, boolean required, String rule, String example) {

    public static Column required(String header, String rule, String example) {
        return new Column(header, true, rule, example);
    }

    public static Column optional(String header, String rule, String example) {
        return new Column(header, false, rule, example);
    }
}
