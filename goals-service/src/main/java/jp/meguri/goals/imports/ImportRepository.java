package jp.meguri.goals.imports;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.goals.imports.StoredImport.State;
import jp.meguri.reading.SourceDocument;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;

/**
 * The imports. Planners see those of the whole city, everybody else their own and those
 * meant for a unit they write for. Inside the caller's transaction.
 */
@Repository
class ImportRepository {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static final String VISIBLE = """
			(i.municipality = :city and (:planning or i.created_by = :person or i.unit = any(:units)))""";

	private static final int PAGE = 100;

	private static final String LIST = """
			select i.id, i.name, i.sha256, i.family, i.state, i.unit, i.fiscal_year, i.sheet, i.created_by_name,
			       i.created_at, i.closed_by_name, i.closed_at, i.edition, i.batch, i.batch_name,
			       (i.reading -> 'proposedFiscalYear' ->> 'value')::int as proposed,
			       (i.reading -> 'header' -> 'unit' ->> 'text') as printed_unit,
			       (select count(*) from import_remark r where r.municipality = i.municipality and r.import = i.id
			        and r.decision) as decisions,
			       (select count(*) from import_remark r where r.municipality = i.municipality and r.import = i.id
			        and r.rank = 0) as open_decisions
			from document_import i where %s and (:sheet::uuid is null or i.sheet = :sheet)
			  and (:batch::uuid is null or i.batch = :batch) and (:before::uuid is null or i.id < :before)
			order by i.id desc limit %d
			""";

	private final DatabaseClient client;

	ImportRepository(DatabaseClient client) {
		this.client = client;
	}

	/** Adds it; false if the city has the same content already. */
	Mono<Boolean> add(StoredImport added) {
		GenericExecuteSpec insert = this.client.sql("""
				insert into document_import (id, municipality, name, sha256, encoding, family, state, revision, source,
				                             reading, draft, unit, fiscal_year, created_by, created_by_name, created_at,
				                             batch, batch_name)
				values (:id, :city, :name, :sha256, :encoding, :family, :state, :revision, :source,
				        :reading::jsonb, :draft::jsonb, :unit, :year, :person, :personName, :at, :batch, :batchName)
				on conflict (municipality, sha256) where state <> 'ABANDONED' do nothing
				""")
			.bind("id", added.id())
			.bind("city", added.municipality())
			.bind("name", added.name())
			.bind("sha256", added.sha256())
			.bind("encoding", added.encoding().name())
			.bind("family", added.read().family().name())
			.bind("state", added.state().name())
			.bind("revision", added.revision())
			.bind("source", added.source())
			.bind("reading", JSON.writeValueAsString(added.read()))
			.bind("draft", JSON.writeValueAsString(added.draft()))
			.bind("person", added.createdBy())
			.bind("personName", added.createdByName())
			.bind("at", added.createdAt())
			.bind("batchName", added.batchName());
		insert = bind(insert, "unit", added.unit(), UUID.class);
		insert = bind(insert, "batch", added.batch(), UUID.class);
		return bind(insert, "year", added.fiscalYear(), Integer.class).fetch().rowsUpdated().map((rows) -> rows == 1);
	}

	/** Empty for foreign, invisible and absent ones alike. */
	Mono<StoredImport> visibleTo(Actor actor, UUID id) {
		return one(actor, "i.id = :id", "").bind("id", id).map(ImportRepository::stored).one();
	}

	/** The same, locked until the end of the transaction. */
	Mono<StoredImport> lock(Actor actor, UUID id) {
		return one(actor, "i.id = :id", "for update").bind("id", id).map(ImportRepository::stored).one();
	}

	/** The import of this very content. */
	Mono<StoredImport> withContent(Actor actor, String sha256) {
		return one(actor, "i.sha256 = :sha256 and i.state <> 'ABANDONED'", "").bind("sha256", sha256)
			.map(ImportRepository::stored)
			.one();
	}

	/** The latest first; ids rise with time. */
	Mono<Page<ImportRow>> list(Actor actor, @Nullable UUID sheet, @Nullable UUID batch, @Nullable UUID before) {
		GenericExecuteSpec list = scoped(this.client, actor, LIST.formatted(VISIBLE, PAGE));
		list = bind(list, "sheet", sheet, UUID.class);
		list = bind(list, "batch", batch, UUID.class);
		return bind(list, "before", before, UUID.class).map(ImportRow::of)
			.all()
			.collectList()
			.map((page) -> new Page<>(page, (page.size() < PAGE) ? null : page.get(PAGE - 1).id().toString()));
	}

	/** What of a batch is only read, locked until the end of the transaction. */
	Mono<List<StoredImport>> lockRead(Actor actor, UUID batch) {
		return one(actor, "i.batch = :batch and i.state = 'READ'", "order by i.id for update").bind("batch", batch)
			.map(ImportRepository::stored)
			.all()
			.collectList();
	}

	/** Stores the corrected draft as the next revision. */
	Mono<Void> correct(StoredImport current, ImportDraft draft) {
		return this.client.sql("""
				update document_import set draft = :draft::jsonb, revision = revision + 1
				where id = :id and municipality = :city and revision = :revision and state = 'READ'
				""")
			.bind("id", current.id())
			.bind("city", current.municipality())
			.bind("revision", current.revision())
			.bind("draft", JSON.writeValueAsString(draft))
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(() -> Problems.revisionConflict(current.revision())))
			.then();
	}

	Mono<Void> abandon(StoredImport current, Actor actor, Instant at) {
		return close(current, State.ABANDONED, actor, at).bindNull("unit", UUID.class)
			.bindNull("edition", UUID.class)
			.bindNull("year", Integer.class)
			.bindNull("sheet", UUID.class)
			.then();
	}

	Mono<Void> registered(StoredImport current, Target target, Actor actor, Instant at) {
		GenericExecuteSpec close = close(current, State.REGISTERED, actor, at).bind("year", target.fiscalYear())
			.bind("sheet", target.sheet());
		close = bind(close, "unit", target.unit(), UUID.class);
		return bind(close, "edition", target.edition(), UUID.class).then();
	}

	private GenericExecuteSpec close(StoredImport current, State state, Actor actor, Instant at) {
		return this.client.sql("""
				update document_import
				set state = :state, closed_by = :person, closed_by_name = :personName, closed_at = :at,
				    unit = coalesce(:unit, unit), fiscal_year = coalesce(:year, fiscal_year), sheet = :sheet,
				    edition = :edition
				where id = :id and municipality = :city and state = 'READ'
				""")
			.bind("id", current.id())
			.bind("city", current.municipality())
			.bind("state", state.name())
			.bind("person", actor.person())
			.bind("personName", actor.name())
			.bind("at", at);
	}

	Mono<Void> addGoal(StoredImport registered, int ordinal, UUID goal) {
		return this.client.sql("insert into import_goal (municipality, import, ordinal, goal) values ($1, $2, $3, $4)")
			.bind(0, registered.municipality())
			.bind(1, registered.id())
			.bind(2, ordinal)
			.bind(3, goal)
			.then();
	}

	Mono<Void> addPart(StoredImport registered, ImportPart.Offer offer) {
		return this.client.sql("""
				insert into import_part (municipality, import, part, content, state, names)
				values ($1, $2, $3, $4, 'SENT', $5::jsonb)
				""")
			.bind(0, registered.municipality())
			.bind(1, registered.id())
			.bind(2, offer.part())
			.bind(3, offer.content().name())
			.bind(4, JSON.writeValueAsString(offer.names()))
			.then();
	}

	/** Notes the answer of the other service; one to an unknown import is ignored. */
	Mono<Void> answered(UUID municipality, UUID id, int part, ImportPart.State state, String reasonKey,
			List<ImportAnswer.Match> matches, Instant at) {
		return this.client.sql("""
				update import_part set state = :state, reason_key = :reason, answered_at = :at,
				  matches = :matches::jsonb
				where municipality = :city and import = :id and part = :part
				""")
			.bind("city", municipality)
			.bind("id", id)
			.bind("part", part)
			.bind("state", state.name())
			.bind("reason", reasonKey)
			.bind("matches", JSON.writeValueAsString(matches))
			.bind("at", at)
			.then();
	}

	Mono<List<ImportPart>> parts(StoredImport of) {
		return this.client.sql("""
				select p.*, (select coalesce(jsonb_agg(m || jsonb_build_object('name',
				               coalesce(p.names ->> (m ->> 'offered'), ''))), '[]')
				             from jsonb_array_elements(p.matches) m)::text as known
				from import_part p where p.municipality = :city and p.import = :id order by p.part
				""")
			.bind("city", of.municipality())
			.bind("id", of.id())
			.map((row) -> new ImportPart(value(row, "part", Integer.class),
					ImportPart.Content.valueOf(text(row, "content")), ImportPart.State.valueOf(text(row, "state")),
					text(row, "reason_key"), row.get("answered_at", Instant.class),
					List.of(JSON.readValue(text(row, "known"), ImportPart.Known[].class))))
			.all()
			.collectList();
	}

	/** The goals it became. */
	Mono<List<UUID>> goals(StoredImport of) {
		return this.client
			.sql("select goal from import_goal where municipality = :city and import = :id order by ordinal")
			.bind("city", of.municipality())
			.bind("id", of.id())
			.map((row) -> value(row, "goal", UUID.class))
			.all()
			.collectList();
	}

	/** How many goals that unit's sheet has. */
	Mono<Long> goalsOnSheet(UUID municipality, UUID sheet) {
		return this.client.sql("select count(*) as goals from goal where municipality = :city and sheet = :sheet")
			.bind("city", municipality)
			.bind("sheet", sheet)
			.map((row) -> value(row, "goals", Long.class))
			.one();
	}

	private GenericExecuteSpec one(Actor actor, String condition, String suffix) {
		return scoped(this.client, actor, """
				select i.*, i.reading::text as reading_text, i.draft::text as draft_text
				from document_import i where %s and %s %s
				""".formatted(condition, VISIBLE, suffix));
	}

	static GenericExecuteSpec scoped(DatabaseClient client, Actor actor, String sql) {
		return client.sql(sql)
			.bind("city", actor.municipality())
			.bind("planning", actor.is(RoleCode.PLANNING))
			.bind("person", actor.person())
			.bind("units", actor.writableUnits().toArray(UUID[]::new));
	}

	private static StoredImport stored(Readable row) {
		return new StoredImport(value(row, "id", UUID.class), value(row, "municipality", UUID.class), text(row, "name"),
				text(row, "sha256"), SourceDocument.Encoding.valueOf(text(row, "encoding")),
				State.valueOf(text(row, "state")), value(row, "revision", Long.class), text(row, "source"),
				JSON.readValue(text(row, "reading_text"), ReadSheet.class),
				JSON.readValue(text(row, "draft_text"), ImportDraft.class), row.get("unit", UUID.class),
				row.get("fiscal_year", Integer.class), row.get("sheet", UUID.class),
				value(row, "created_by", UUID.class), text(row, "created_by_name"),
				value(row, "created_at", Instant.class), row.get("closed_by", UUID.class),
				row.get("closed_by_name", String.class), row.get("closed_at", Instant.class),
				row.get("edition", UUID.class), row.get("batch", UUID.class), text(row, "batch_name"));
	}

	static <T> GenericExecuteSpec bind(GenericExecuteSpec sql, String name, @Nullable T value, Class<T> type) {
		return (value != null) ? sql.bind(name, value) : sql.bindNull(name, type);
	}

	static String text(Readable row, String column) {
		return value(row, column, String.class);
	}

	static <T> T value(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

	/**
	 * What an import was registered on.
	 *
	 * @param unit the unit, or null on a plan's sheet
	 * @param edition the plan's edition, or null on a unit's sheet
	 */
	record Target(@Nullable UUID unit, @Nullable UUID edition, int fiscalYear, UUID sheet) {
	}

}
