package jp.meguri.goals.imports;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The remarks of all imports. Inside the caller's transaction.
 */
@Repository
class RemarkRepository {

	private static final int PAGE = 100;

	private final DatabaseClient client;

	RemarkRepository(DatabaseClient client) {
		this.client = client;
	}

	/** Keeps the remarks of a reading, for an import that was just added. */
	Mono<Void> add(StoredImport of) {
		List<ReadSheet.Note> remarks = of.read().remarks();
		return Flux.range(0, remarks.size()).concatMap((i) -> add(of, i, remarks.get(i))).then();
	}

	/** The remarks of an import the caller sees, in document order. */
	Mono<List<ImportRemark>> of(StoredImport of) {
		return this.client
			.sql("select * from import_remark where municipality = :city and import = :id order by ordinal")
			.bind("city", of.municipality())
			.bind("id", of.id())
			.map(RemarkRepository::remark)
			.all()
			.collectList();
	}

	/**
	 * Over all imports the caller sees: open decisions first, the latest import first.
	 */
	Mono<Page<ListedRemark>> list(Actor actor, @Nullable UUID batch, RemarkCursor from) {
		GenericExecuteSpec list = ImportRepository.scoped(this.client, actor, """
				select r.*, i.name as import_name from import_remark r
				join document_import i on i.id = r.import and i.municipality = r.municipality
				where r.municipality = :city and i.state <> 'ABANDONED' and %s
				  and (:batch::uuid is null or i.batch = :batch)
				  and (r.rank > :rank or (r.rank = :rank and (r.import < :import
				       or (r.import = :import and r.ordinal > :ordinal))))
				order by r.rank, r.import desc, r.ordinal limit :page
				""".formatted(ImportRepository.VISIBLE))
			.bind("rank", from.rank())
			.bind("import", from.importId())
			.bind("ordinal", from.ordinal())
			.bind("page", PAGE);
		return ImportRepository.bind(list, "batch", batch, UUID.class)
			.map(RemarkRepository::listed)
			.all()
			.collectList()
			.map((page) -> new Page<>(page, RemarkCursor.after(page, PAGE)));
	}

	/** False where the import has no such remark. */
	Mono<Boolean> resolve(StoredImport of, int ordinal, boolean resolved, Actor actor, Instant at) {
		GenericExecuteSpec update = this.client.sql("""
				update import_remark set resolved_by = :person, resolved_by_name = :name, resolved_at = :at
				where municipality = :city and import = :id and ordinal = :ordinal
				""").bind("city", of.municipality()).bind("id", of.id()).bind("ordinal", ordinal);
		update = ImportRepository.bind(update, "person", resolved ? actor.person() : null, UUID.class);
		update = ImportRepository.bind(update, "name", resolved ? actor.name() : null, String.class);
		return ImportRepository.bind(update, "at", resolved ? at : null, Instant.class)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	private Mono<Void> add(StoredImport of, int ordinal, ReadSheet.Note note) {
		Excerpt excerpt = Excerpt.of(of.source(), note.span());
		return this.client.sql("""
				insert into import_remark (municipality, import, ordinal, span_start, span_end, key, ja, en, decision,
				                           excerpt, excerpt_start, excerpt_end)
				values (:city, :id, :ordinal, :start, :end, :key, :ja, :en, :decision, :excerpt, :from, :to)
				""")
			.bind("city", of.municipality())
			.bind("id", of.id())
			.bind("ordinal", ordinal)
			.bind("start", note.span().start())
			.bind("end", note.span().end())
			.bind("key", note.key())
			.bind("ja", note.ja())
			.bind("en", note.en())
			.bind("decision", note.decision())
			.bind("excerpt", excerpt.text())
			.bind("from", excerpt.at().start())
			.bind("to", excerpt.at().end())
			.then();
	}

	private static ImportRemark remark(Readable row) {
		return new ImportRemark(number(row, "ordinal"), new Place(number(row, "span_start"), number(row, "span_end")),
				ImportRepository.text(row, "key"), ImportRepository.text(row, "ja"), ImportRepository.text(row, "en"),
				ImportRepository.value(row, "decision", Boolean.class), ImportRepository.text(row, "excerpt"),
				new Place(number(row, "excerpt_start"), number(row, "excerpt_end")),
				row.get("resolved_at", Instant.class) != null, row.get("resolved_by_name", String.class),
				row.get("resolved_at", Instant.class));
	}

	private static ListedRemark listed(Readable row) {
		ImportRemark remark = remark(row);
		return new ListedRemark(ImportRepository.value(row, "import", UUID.class),
				ImportRepository.text(row, "import_name"), remark.ordinal(), remark.span(), remark.key(), remark.ja(),
				remark.en(), remark.decision(), remark.excerpt(), remark.excerptSpan(), remark.resolved());
	}

	private static int number(Readable row, String column) {
		return ImportRepository.value(row, column, Integer.class);
	}

}
