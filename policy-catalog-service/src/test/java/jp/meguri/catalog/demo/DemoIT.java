package jp.meguri.catalog.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.CatalogClient;
import jp.meguri.catalog.WholeCatalog;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Directory;
import jp.meguri.directory.Unit;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@WholeCatalog
class DemoIT {

	@LocalServerPort
	private int port;

	@Autowired
	private List<ApplicationRunner> runners;

	@Autowired
	private Directory directory;

	@BeforeEach
	void waitUntilEverybodyIsKnown() {
		CatalogClient.waitUntilEverybodyIsKnown(this.port);
	}

	@Test
	void loadingAgain_changesNothing() throws Exception {
		long before = changes();
		for (ApplicationRunner runner : this.runners) {
			runner.run(new DefaultApplicationArguments());
		}
		assertThat(changes()).isEqualTo(before);
	}

	@Test
	void personWithTwoPosts_holdsExactlyThose() {
		Actor ito = this.directory.actorOf(TestTokens.issuer("nagisa"), "ito").block();
		assertThat(ito.unitsAs(RoleCode.STAFF)).containsExactly(unit("civic"));
		assertThat(ito.unitsAs(RoleCode.HEAD)).containsExactlyInAnyOrder(unit("environment"),
				unit("environment-recycle"));
		assertThat(ito.writableUnits()).hasSize(3);
	}

	private UUID unit(String code) {
		var city = this.directory.municipalityBySlug("nagisa").block();
		return this.directory.unitByCode(city.id(), code).map(Unit::id).block();
	}

	private static long changes() throws SQLException {
		try (Connection connection = EmbeddedPlatform.get().superuser("catalog").getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("select count(*) from audit_entry")) {
			result.next();
			return result.getLong(1);
		}
	}

}
