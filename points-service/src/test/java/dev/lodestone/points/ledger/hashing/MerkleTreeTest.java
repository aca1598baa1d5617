package dev.lodestone.points.ledger.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** Reference leaves and roots for implementations of RFC 6962. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void P30_shouldHaveTheRootsOfTheReference() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            assertThat(MerkleTree.of(leaves(size)).root().hex()).isEqualTo(ROOTS.get(size - 1));
        }
    }

    @Test
    void P30_shouldHaveThePathsOfTheReference() {
        assertThat(MerkleTree.of(leaves(8)).path(5).stream().map(Hash::hex).toList())
                .isEqualTo(List.of(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    }

    @Test
    void P30_shouldLinkEachLeafToTheRootInTreesOfAnySize() {
        MessageDigest digest = MerkleTree.newDigest();
        for (int size = 1; size <= 70; size++) {
            List<byte[]> leaves = IntStream.range(0, size)
                    .mapToObj(i -> MerkleTree.leafHash(digest, new byte[] {(byte) i}))
                    .toList();
            MerkleTree tree = MerkleTree.of(leaves);
            for (int leaf = 0; leaf < size; leaf++) {
                assertThat(climb(leaves.get(leaf), leaf, size, tree.path(leaf))).isEqualTo(tree.root());
            }
        }
    }

    @Test
    void shouldRefuseATreeWithoutLeaves() {
        assertThatThrownBy(() -> MerkleTree.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 9162, section 2.1.3.2. */
    private static Hash climb(byte[] leaf, int index, int size, List<Hash> path) {
        int first = index;
        int last = size - 1;
        byte[] node = leaf;
        for (Hash beside : path) {
            boolean right = first % 2 == 1 || first == last;
            node = right ? parent(beside.bytes(), node) : parent(node, beside.bytes());
            while (right && first % 2 == 0 && first > 0) {
                first >>= 1;
                last >>= 1;
            }
            first >>= 1;
            last >>= 1;
        }
        assertThat(last).isEqualTo(0);
        return Hash.ofBytes(node);
    }

    private static byte[] parent(byte[] left, byte[] right) {
        MessageDigest digest = MerkleTree.newDigest();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static List<byte[]> leaves(int size) {
        MessageDigest digest = MerkleTree.newDigest();
        return LEAVES.subList(0, size).stream()
                .map(hex -> MerkleTree.leafHash(digest, HexFormat.of().parseHex(hex)))
                .toList();
    }
}
