package jp.meguri.notifications.submission;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Contacts with the units of one city.
 */
public final class ContactRepository {

	private final DatabaseClient database;

	public ContactRepository(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> insert(Contact contact, Actor by) {
		return this.database.sql("""
				insert into contact (id, municipality, unit, fiscal_year, kind, text, by_person, by_name, at)
				values (:id, :municipality, :unit, :year, :kind, :text, :person, :name, :at)
				""")
			.bind("id", contact.id())
			.bind("municipality", by.municipality())
			.bind("unit", contact.unit())
			.bind("year", contact.fiscalYear())
			.bind("kind", contact.kind().name())
			.bind("text", contact.text())
			.bind("person", by.person())
			.bind("name", contact.byName())
			.bind("at", contact.at())
			.then();
	}

	/** The latest contact with each unit. */
	Mono<List<Contact>> latest(UUID municipality, int fiscalYear) {
		return this.database.sql("""
				select distinct on (unit) * from contact
				where municipality = :municipality and fiscal_year = :year
				order by unit, at desc, id desc
				""")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.map(ContactRepository::read)
			.all()
			.collectList();
	}

	private static Contact read(Readable row) {
		return new Contact(row.get("id", UUID.class), row.get("unit", UUID.class),
				row.get("fiscal_year", Integer.class), Contact.Kind.valueOf(row.get("kind", String.class)),
				row.get("text", String.class), row.get("by_name", String.class), row.get("at", Instant.class));
	}

}
