package jp.meguri.evaluation.published;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import jp.meguri.evaluation.Columns;
import jp.meguri.evaluation.release.CanonicalDocument;
import jp.meguri.evaluation.release.ReleaseState;
import jp.meguri.events.evaluation.ReleaseEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * What anyone may read. The database role behind it sees published and superseded
 * releases and nothing else, whatever is asked here.
 */
final class PublishedReleases implements AutoCloseable {

	private static final int MOST = 5_000;

	private final DatabaseClient publicRead;

	private final Runnable close;

	PublishedReleases(DatabaseClient publicRead, Runnable close) {
		this.publicRead = publicRead;
		this.close = close;
	}

	/** The current edition; empty where it was withdrawn. */
	Mono<Published> current(String city, int fiscalYear, String unitCode) {
		return this.publicRead.sql("""
				select state, document, sha256 from release
				where city_slug = :city and fiscal_year = :year and unit_code = :unit and state = 'PUBLISHED'
				""")
			.bind("city", city)
			.bind("year", fiscalYear)
			.bind("unit", unitCode)
			.map(PublishedReleases::published)
			.one();
	}

	Mono<Published> edition(String city, int fiscalYear, String unitCode, int edition) {
		return this.publicRead.sql("""
				select state, document, sha256 from release
				where city_slug = :city and fiscal_year = :year and unit_code = :unit and edition = :edition
				    and state in ('PUBLISHED', 'SUPERSEDED')
				""")
			.bind("city", city)
			.bind("year", fiscalYear)
			.bind("unit", unitCode)
			.bind("edition", edition)
			.map(PublishedReleases::published)
			.one();
	}

	/** All readable editions of a sheet, the newest first. */
	Mono<List<Listed>> editions(String city, int fiscalYear, String unitCode) {
		return this.publicRead.sql("""
				select city_name, fiscal_year, unit_code, unit_name, kind, edition, publish_at from release
				where city_slug = :city and fiscal_year = :year and unit_code = :unit
				    and state in ('PUBLISHED', 'SUPERSEDED')
				order by edition desc
				""")
			.bind("city", city)
			.bind("year", fiscalYear)
			.bind("unit", unitCode)
			.map(PublishedReleases::listed)
			.all()
			.collectList();
	}

	/** The current editions of a city, the newest year first. */
	Mono<List<Listed>> ofCity(String city) {
		return this.publicRead.sql("""
				select city_name, fiscal_year, unit_code, unit_name, kind, edition, publish_at from release
				where city_slug = :city and state = 'PUBLISHED'
				order by fiscal_year desc, unit_ordinal, unit_code limit %d
				""".formatted(MOST)).bind("city", city).map(PublishedReleases::listed).all().collectList();
	}

	@Override
	public void close() {
		this.close.run();
	}

	// What was published is shown as it was published, or not at all.
	private static Published published(Readable row) {
		CanonicalDocument document = new CanonicalDocument(Columns.text(row, "document"), Columns.text(row, "sha256"));
		if (!document.isIntact()) {
			throw new IllegalStateException("A published document does not have its hash " + document.sha256());
		}
		return new Published(document, Columns.code(row, "state", ReleaseState.class) == ReleaseState.SUPERSEDED);
	}

	private static Listed listed(Readable row) {
		return new Listed(Columns.text(row, "city_name"), Columns.integer(row, "fiscal_year"),
				Columns.text(row, "unit_code"), Columns.text(row, "unit_name"),
				Columns.code(row, "kind", ReleaseEvent.Kind.class), Columns.integer(row, "edition"),
				Columns.get(row, "publish_at", Instant.class));
	}

	record Published(CanonicalDocument document, boolean superseded) {
	}

	record Listed(String cityName, int fiscalYear, String unitCode, String unitName, ReleaseEvent.Kind kind,
			int edition, Instant publishAt) {

		public String label() {
			return Labels.of(this.kind);
		}

		public String publishedOn() {
			return Wareki.date(this.publishAt);
		}

	}

}
