package askme.importing.stackexchange;

import askme.importing.ImportFormat.Options;
import askme.importing.ImportReport;
import askme.importing.content.ContentImport;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.time.Clock;

/** An import as a separate process, which the test kills. */
final class ImportProgram {

    private static final int ROWS_A_BATCH = 50;

    private ImportProgram() {}

    /** @param args the address of the database, its user and password, and the folder of the dump */
    public static void main(String... args) throws Exception {
        try (AgroalDataSource database = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(2)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(args[0])
                                .principal(new NamePrincipal(args[1]))
                                .credential(new SimplePassword(args[2])))))) {
            new ContentImport(database, Clock.systemUTC(), name -> false, ROWS_A_BATCH)
                    .run(
                            new StackExchangeSite(Path.of(args[3])),
                            new Options(args[3], "old", false),
                            new ImportReport(null),
                            System.out);
        }
    }
}
