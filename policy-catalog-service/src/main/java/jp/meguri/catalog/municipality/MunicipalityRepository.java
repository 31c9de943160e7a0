package jp.meguri.catalog.municipality;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What is known across cities: which there are, and whose provider is whose. These two
 * tables hold no content of any city and have no city policy.
 */
@Repository
public class MunicipalityRepository {

	private final DatabaseClient client;

	MunicipalityRepository(DatabaseClient client) {
		this.client = client;
	}

	/** Every city and tenant. */
	public Mono<List<UUID>> ids() {
		return this.client.sql("select municipality from tenant order by municipality")
			.map((row) -> Objects.requireNonNull(row.get(0, UUID.class)))
			.all()
			.collectList();
	}

	/** The short name is the city's own for good. */
	Mono<Void> register(UUID municipality, String slug) {
		return this.client.sql("insert into tenant (municipality, slug) values (:municipality, :slug)")
			.bind("municipality", municipality)
			.bind("slug", slug)
			.then();
	}

	/** A provider of another city is refused by the key. */
	Mono<Void> replaceIssuers(UUID municipality, List<String> issuers) {
		return this.client.sql("delete from tenant_issuer where municipality = :municipality")
			.bind("municipality", municipality)
			.then()
			.then(this.client.sql("""
					insert into tenant_issuer (issuer, municipality)
					select issuer, :municipality from unnest(:issuers) as issuer
					""").bind("municipality", municipality).bind("issuers", issuers.toArray(String[]::new)).then());
	}

}
