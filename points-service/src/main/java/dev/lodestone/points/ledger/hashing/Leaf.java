package dev.lodestone.points.ledger.hashing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The key and hash of a row that a block stores for each of its rows, so that a changed row can be identified.
 *
 * @param hash {@link MerkleTree#leafHash} of the canonical form
 */
public record Leaf(UUID member, String asset, long version, UUID id, byte[] hash) {
    /** The primary key of the row. */
    public record Key(UUID member, String asset, long version) {}

    private static final int HASH_LENGTH = 32;
    private static final int SIZE = 90;

    public Key key() {
        return new Key(member, asset, version);
    }

    /** Packs leaves into about 80 bytes each: member, asset, version, id, hash. */
    public static byte[] pack(List<Leaf> leaves) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(leaves.size() * SIZE);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Leaf leaf : leaves) {
                write(out, leaf.member);
                out.writeUTF(leaf.asset);
                out.writeLong(leaf.version);
                write(out, leaf.id);
                out.write(leaf.hash);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException if {@code packed} is not the result of {@link #pack} */
    public static List<Leaf> unpack(byte[] packed) {
        List<Leaf> leaves = new ArrayList<>(packed.length / SIZE + 1);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            while (in.available() > 0) {
                UUID member = readId(in);
                String asset = in.readUTF();
                long version = in.readLong();
                UUID id = readId(in);
                byte[] hash = new byte[HASH_LENGTH];
                in.readFully(hash);
                leaves.add(new Leaf(member, asset, version, id, hash));
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return leaves;
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readId(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
