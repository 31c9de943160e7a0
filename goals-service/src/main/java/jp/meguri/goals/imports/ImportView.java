package jp.meguri.goals.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.SourceDocument;
import jp.meguri.reading.draft.Reading;
import jp.meguri.web.HasRevision;

/**
 * An import with its source and what was read in it.
 *
 * @param matchingUnit the unit of the proposed year whose name the document prints, or
 * null
 * @param spans where each part of the draft stands in the source, see {@link ReadSheet}
 * @param goals ids of the goals it became
 * @param layout how a file of a known layout was read, or null for a document
 * @param comparison of a workbook of ours that is not registered yet: what registering it
 * would do, as of now; else null
 * @param createdBy name of who uploaded it
 * @param closedBy name of who registered or abandoned it
 */
record ImportView(UUID id, long revision, String name, String sha256, SourceDocument.Encoding encoding,
		Reading.Family family, StoredImport.State state, ReadSheet.ProposedYear proposedFiscalYear,
		ReadSheet.Head header, @Nullable UUID matchingUnit, @Nullable UUID unit, @Nullable Integer fiscalYear,
		@Nullable UUID sheet, String source, ImportDraft draft, Map<String, List<Place>> spans,
		List<ImportRemark> remarks, List<ReadSheet.Rest> leftovers, List<PartView> parts, List<UUID> goals,
		String createdBy, Instant createdAt, @Nullable String closedBy, @Nullable Instant closedAt,
		Map<String, Allowed> can, @Nullable UUID edition, @Nullable UUID batch, String batchName,
		@Nullable KnownLayout layout, @Nullable ComparisonView comparison) implements HasRevision {

	/**
	 * @param name the form's name, empty for our own workbook
	 */
	record KnownLayout(ReadSheet.Layout.Kind kind, String name) {

		static @Nullable KnownLayout of(ReadSheet.@Nullable Layout layout) {
			return (layout != null) ? new KnownLayout(layout.kind(), layout.name()) : null;
		}

	}

	/**
	 * @param target the service it was offered to
	 * @param reason why it was refused, or null
	 * @param matches what of it was there already, so that nothing was created
	 */
	record PartView(int part, String target, ImportPart.Content content, ImportPart.State state,
			@Nullable Reason reason, @Nullable Instant answeredAt, List<ImportPart.Known> matches) {
	}

	record Reason(String key, String ja, String en) {
	}

	record Allowed(boolean allowed) {
	}

}
