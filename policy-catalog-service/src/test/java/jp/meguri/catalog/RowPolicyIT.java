package jp.meguri.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Directory;
import jp.meguri.test.EmbeddedPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The second net: the database itself shows a city nothing of another.
 */
@WholeCatalog
class RowPolicyIT {

	/** Tables without a city policy; each has its reason in its migration. */
	private static final Set<String> WITHOUT = Set.of("tenant", "tenant_issuer", "lease", "outbox", "outbox_parked",
			"inbox", "inbox_parked", "flyway_schema_history", "directory_municipality", "directory_unit",
			"directory_person", "directory_cycle", "directory_state", "dead_letter");

	@LocalServerPort
	private int port;

	@Autowired
	private DatabaseClient client;

	@Autowired
	private CityTransaction transaction;

	@Autowired
	private Directory directory;

	@BeforeEach
	void waitUntilEverybodyIsKnown() {
		CatalogClient.waitUntilEverybodyIsKnown(this.port);
	}

	@Test
	void everyOtherTable_hasAForcedPolicy() throws SQLException {
		List<String> open = names("""
				select relname from pg_class
				where relkind = 'r' and relnamespace = 'public'::regnamespace
				and not (relrowsecurity and relforcerowsecurity)""");
		assertThat(WITHOUT).containsAll(open);
	}

	@Test
	void withoutACity_nothingIsSeen() {
		assertThat(this.client.sql("select count(*) from unit").map((row) -> row.get(0, Long.class)).one().block())
			.isZero();
	}

	@Test
	void cityOfATransaction_isAllThatIsSeen() {
		var tsukimi = this.directory.municipalityBySlug("tsukimi").block().id();
		var cities = this.transaction
			.in(tsukimi,
					this.client.sql("select distinct municipality from person")
						.map((row) -> row.get(0, java.util.UUID.class))
						.all()
						.collectList())
			.block();
		assertThat(cities).containsExactly(tsukimi);
	}

	private static List<String> names(String sql) throws SQLException {
		try (Connection connection = EmbeddedPlatform.get().superuser("catalog").getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			List<String> names = new ArrayList<>();
			while (result.next()) {
				names.add(result.getString(1));
			}
			return names;
		}
	}

}
