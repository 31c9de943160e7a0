package jp.meguri.goals.form;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.workbook.FormFile;
import jp.meguri.workbook.FormMapping;
import jp.meguri.web.Problems;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The forms of a city; everybody of the city sees them. Inside the caller's transaction.
 */
@Repository
class FormRepository {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String COLUMNS = """
			id, municipality, name, kind, file_name, sha256, mapping::text as mapping_text, revision, created_by_name,
			created_at""";

	private final DatabaseClient client;

	FormRepository(DatabaseClient client) {
		this.client = client;
	}

	/** By name. */
	Mono<List<CityForm>> all(UUID municipality) {
		return this.client
			.sql("select %s from city_form where municipality = :city order by name, id".formatted(COLUMNS))
			.bind("city", municipality)
			.map(FormRepository::form)
			.all()
			.collectList();
	}

	/** Empty for foreign and absent ones alike. */
	Mono<CityForm> find(UUID municipality, UUID id) {
		return one(municipality, id, "");
	}

	/** The same, locked until the end of the transaction. */
	Mono<CityForm> lock(UUID municipality, UUID id) {
		return one(municipality, id, "for update");
	}

	private Mono<CityForm> one(UUID municipality, UUID id, String suffix) {
		return this.client
			.sql("select %s from city_form where municipality = :city and id = :id %s".formatted(COLUMNS, suffix))
			.bind("city", municipality)
			.bind("id", id)
			.map(FormRepository::form)
			.one();
	}

	/** The file as it was sent. */
	Mono<byte[]> template(CityForm form) {
		return this.client.sql("select template from city_form where municipality = :city and id = :id")
			.bind("city", form.municipality())
			.bind("id", form.id())
			.map((row) -> value(row, "template", byte[].class))
			.one();
	}

	/** Adds it; refused where the city has a form of that name. */
	Mono<Void> add(CityForm form, byte[] template, UUID person) {
		return this.client.sql("""
				insert into city_form (id, municipality, name, kind, file_name, sha256, template, mapping, revision,
				                       created_by, created_by_name, created_at)
				values (:id, :city, :name, :kind, :file, :sha256, :template, :mapping::jsonb, :revision, :person,
				        :personName, :at)
				on conflict (municipality, name) do nothing
				""")
			.bind("id", form.id())
			.bind("city", form.municipality())
			.bind("name", form.name())
			.bind("kind", form.kind().name())
			.bind("file", form.fileName())
			.bind("sha256", form.sha256())
			.bind("template", template)
			.bind("mapping", JSON.writeValueAsString(form.mapping()))
			.bind("revision", form.revision())
			.bind("person", person)
			.bind("personName", form.createdBy())
			.bind("at", form.createdAt())
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(Problems::alreadyExists))
			.then();
	}

	/** Stores the next revision of a locked form. */
	Mono<Void> save(CityForm form) {
		return this.client.sql("""
				update city_form set name = :name, mapping = :mapping::jsonb, revision = :revision
				where municipality = :city and id = :id and revision = :revision - 1
				  and not exists (select 1 from city_form o
				                  where o.municipality = :city and o.name = :name and o.id <> :id)
				""")
			.bind("id", form.id())
			.bind("city", form.municipality())
			.bind("name", form.name())
			.bind("mapping", JSON.writeValueAsString(form.mapping()))
			.bind("revision", form.revision())
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(Problems::alreadyExists))
			.then();
	}

	Mono<Void> delete(CityForm form) {
		return this.client.sql("delete from city_form where municipality = :city and id = :id")
			.bind("city", form.municipality())
			.bind("id", form.id())
			.then();
	}

	private static CityForm form(Readable row) {
		return new CityForm(value(row, "id", UUID.class), value(row, "municipality", UUID.class), text(row, "name"),
				FormFile.Kind.valueOf(text(row, "kind")), text(row, "file_name"), text(row, "sha256"),
				JSON.readValue(text(row, "mapping_text"), FormMapping.class), value(row, "revision", Long.class),
				text(row, "created_by_name"), value(row, "created_at", Instant.class));
	}

	private static String text(Readable row, String column) {
		return value(row, column, String.class);
	}

	private static <T> T value(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}
