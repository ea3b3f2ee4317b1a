#!/bin/sh
# Makes the films of these tests, with ffmpeg (Debian: apt install ffmpeg). They are committed: tests need no ffmpeg.
set -eu
cd "$(dirname "$0")"
image="-f lavfi -i testsrc=size=128x80:rate=5:duration=1"
son="-f lavfi -i sine=frequency=440:duration=1:sample_rate=48000"
# The same bytes on every run: no date, no version of the encoder.
f() { ffmpeg -hide_banner -loglevel error -y -threads 1 "$@"; }
fin="-fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1"
vp9="-c:v libvpx-vp9 -crf 40 -b:v 0"
h264="-c:v libx264 -pix_fmt yuv420p"

# Good ones.
f $image $son $vp9 -c:a libopus -b:a 16k $fin vp9-opus.webm
f $image $vp9 $fin vp9.webm
f $image -c:v libaom-av1 -cpu-used 8 -crf 40 $fin av1.webm
f $image $son $h264 -c:a aac -b:a 16k -movflags +faststart $fin h264-aac.mp4
# A good one that shows nothing before its end is there.
f $image $son $h264 -c:a aac -b:a 16k $fin table-a-la-fin.mp4
# What browsers do not play, or not everywhere.
f $image $son -c:v libvpx -c:a libvorbis -b:v 40k $fin vp8-vorbis.webm
f $image $son $vp9 -c:a libvorbis -q:a 0 $fin vp9-vorbis.webm
f $image -c:v libx265 -x265-params log-level=none -pix_fmt yuv420p $fin hevc.mp4
f $image -c:v libx264 -pix_fmt yuv444p $fin h264-444.mp4
f $image $son $h264 -c:a libmp3lame -b:a 16k $fin h264-mp3.mp4
f $image $son $h264 -c:a aac -b:a 16k $fin obs.mkv
f $image $son $h264 -c:a aac -b:a 16k $fin telephone.mov
f $image $son -c:v mpeg4 -c:a mp3 $fin vieux.avi
f $image $vp9 -live 1 $fin sans-duree.webm
f $son -c:a libopus -b:a 16k $fin son-seul.webm
f $image -c:v libx264 -pix_fmt yuv420p -movflags frag_keyframe+empty_moov $fin fragments.mp4
