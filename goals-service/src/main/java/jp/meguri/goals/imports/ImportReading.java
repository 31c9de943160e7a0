package jp.meguri.goals.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.goals.form.CityForm;
import jp.meguri.goals.form.CityForms;
import jp.meguri.goals.form.UnreadableFile;
import jp.meguri.goals.sheet.StandingGoals;
import jp.meguri.reading.DocumentReader;
import jp.meguri.reading.SourceDocument;
import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.office.OfficePackage;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.reading.word.WordDocument;
import jp.meguri.web.Texts;
import jp.meguri.workbook.FormFile;
import jp.meguri.workbook.FormMapping;
import jp.meguri.workbook.GoalWorkbook;
import jp.meguri.workbook.NoGoalWorkbookException;
import jp.meguri.workbook.WorkbookCover;

/**
 * Reads an uploaded file, off the event loop: our own workbook, a form the city has
 * saved, or a document.
 */
@Component
class ImportReading {

	private final CityForms forms;

	private final StandingGoals goals;

	private final Texts texts;

	ImportReading(CityForms forms, StandingGoals goals, Texts texts) {
		this.forms = forms;
		this.goals = goals;
		this.texts = texts;
	}

	Mono<Read> read(Actor actor, CityDirectory city, Upload upload) {
		return Mono.fromCallable(() -> Opened.of(upload))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((opened) -> (opened.cover() != null) ? workbook(actor, city, opened, opened.cover())
					: form(actor, opened).switchIfEmpty(Mono.fromCallable(() -> document(opened))))
			.onErrorMap(UnreadableDocumentException.class, UnreadableFile::refused)
			.subscribeOn(Schedulers.boundedElastic());
	}

	private Mono<Read> workbook(Actor actor, CityDirectory city, Opened opened, WorkbookCover cover) {
		WorkbookTarget target = WorkbookTarget.of(actor, city, cover, opened.upload());
		UUID unit = target.unit();
		Mono<WorkbookTarget> filled = (unit == null) ? Mono.just(target)
				: this.goals.of(actor, target.fiscalYear(), unit).map(target::with);
		return filled.publishOn(Schedulers.boundedElastic())
			.map((there) -> workbook(opened, there))
			.onErrorResume(NoGoalWorkbookException.class, (ex) -> Mono.fromCallable(() -> document(opened)));
	}

	private Read workbook(Opened opened, WorkbookTarget target) {
		Spreadsheet sheet = opened.workbook().orElseThrow();
		var made = new WorkbookMaker(target, sheet, this.texts);
		return new Read(opened.as(made.source()), made.draft(), made.readSheet(), target.unit(),
				(target.unit() != null) ? Integer.valueOf(target.fiscalYear()) : null);
	}

	/** Empty where no form of the city has all its heads in the file. */
	private Mono<Read> form(Actor actor, Opened opened) {
		return !opened.mayBeForm() ? Mono.empty()
				: this.forms.all(actor)
					.publishOn(Schedulers.boundedElastic())
					.flatMap((all) -> Mono.justOrEmpty(opened.best(all)))
					.map((recognised) -> form(opened, recognised));
	}

	private Read form(Opened opened, Recognised recognised) {
		FormSource source = opened.workbook().map(FormSource::of).orElseGet(opened::word);
		var made = new FormMaker(recognised.form(), recognised.found(), opened.file(), source, this.texts);
		ImportDraft draft = made.draft();
		return new Read(opened.as(source.text()), draft, made.readSheet(), null, null);
	}

	private static Read document(Opened opened) {
		var made = new DraftMaker(DocumentReader.read(opened.document()));
		return new Read(opened.document(), made.draft(), made.readSheet(), null, null);
	}

	/**
	 * @param document the file as text
	 * @param readSheet what was found besides the draft
	 * @param unit whose sheet it is, where the file itself says so
	 */
	record Read(SourceDocument document, ImportDraft draft, ReadSheet readSheet, @Nullable UUID unit,
			@Nullable Integer fiscalYear) {

		Read with(ReadSheet other) {
			return new Read(this.document, this.draft, other, this.unit, this.fiscalYear);
		}

	}

	private record Recognised(CityForm form, FormMapping found) {
	}

	/** A file that was found safe to read. */
	private record Opened(Upload upload, SourceDocument document, Optional<Spreadsheet> workbook,
			@Nullable WorkbookCover cover) {

		static Opened of(Upload upload) {
			SourceDocument document = SourceDocument.decode(upload.name(), upload.bytes());
			Optional<Spreadsheet> workbook = (document.encoding() == SourceDocument.Encoding.XLSX)
					? Optional.of(Spreadsheet.read(upload.bytes())) : Optional.empty();
			return new Opened(upload, document, workbook, workbook.flatMap(GoalWorkbook::cover).orElse(null));
		}

		boolean mayBeForm() {
			return this.workbook.isPresent() || this.document.encoding() == SourceDocument.Encoding.DOCX;
		}

		FormFile file() {
			return this.workbook.map((sheets) -> FormFile.of(this.upload.bytes(), sheets))
				.orElseGet(() -> FormFile.open(this.upload.bytes()));
		}

		FormSource word() {
			return FormSource.of(WordDocument.read(OfficePackage.open(this.upload.bytes())));
		}

		/** Of several forms the one with the most heads. */
		Optional<Recognised> best(List<CityForm> forms) {
			FormFile file = file();
			return forms.stream()
				.filter((form) -> form.kind() == file.kind())
				.flatMap((form) -> file.find(form.mapping()).map((found) -> new Recognised(form, found)).stream())
				.reduce((one, other) -> (other.found.heads().size() > one.found.heads().size()) ? other : one);
		}

		SourceDocument as(String source) {
			return new SourceDocument(this.document.name(), source, this.document.encoding(), List.of());
		}

	}

}
