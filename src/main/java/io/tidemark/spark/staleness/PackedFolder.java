package io.tidemark.spark.staleness;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder of the local disk that is kept as one archive in a file system of Hadoop. The archive is there as a whole or not at all. */
final class PackedFolder {
    private PackedFolder() {}

    /** @param first the file that is read often: it comes first */
    static void pack(java.nio.file.Path folder, String first, FileSystem files, Path archive) throws IOException {
        List<java.nio.file.Path> members = new ArrayList<>();
        try (Stream<java.nio.file.Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing((java.nio.file.Path member) ->
                                    !name(folder, member).equals(first))
                            .thenComparing(Comparator.naturalOrder()))
                    .forEach(members::add);
        }
        Path unfinished = archive.suffix(".unfinished");
        try (OutputStream out = files.create(unfinished, true);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (java.nio.file.Path member : members) {
                zip.putNextEntry(new ZipEntry(name(folder, member)));
                Files.copy(member, zip);
                zip.closeEntry();
            }
        }
        files.delete(archive, false);
        if (!files.rename(unfinished, archive)) {
            throw new IOException("cannot rename " + unfinished + " to " + archive);
        }
    }

    /** The text of the first file of an archive; empty where there is no archive or another file comes first. */
    static String first(FileSystem files, Path archive, String name) throws IOException {
        if (!files.exists(archive)) {
            return "";
        }
        try (InputStream in = files.open(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry entry = zip.getNextEntry();
            return entry != null && entry.getName().equals(name)
                    ? new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                    : "";
        }
    }

    /** Unpacks into a folder that is there. */
    static void unpack(FileSystem files, Path archive, java.nio.file.Path folder) throws IOException {
        try (InputStream in = files.open(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                java.nio.file.Path member = folder.resolve(entry.getName()).normalize();
                if (!member.startsWith(folder)) {
                    throw new IOException(archive + " has a member outside of it: " + entry.getName());
                }
                Files.createDirectories(member.getParent());
                Files.copy(zip, member);
            }
        }
    }

    private static String name(java.nio.file.Path folder, java.nio.file.Path member) {
        return folder.relativize(member).toString().replace(File.separatorChar, '/');
    }
}
