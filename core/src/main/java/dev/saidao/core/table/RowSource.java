package dev.saidao.core.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

/** Where the rows of a file come from: a CSV file or a sheet. */
interface RowSource extends Closeable {

    Columns columns();

    Charset charset();

    long bytesRead();

    /** The next rows; none at the end. */
    List<Row> next() throws IOException;
}
